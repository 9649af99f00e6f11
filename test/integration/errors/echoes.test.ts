import { describeEchoes } from '../../support/echoMatrix';

// The shapes that are hardest to recognize, each in one line; test/scale has all of them in both.
describeEchoes(['with special characters'], ['2'], false);
describeEchoes(['short'], ['1'], false);
