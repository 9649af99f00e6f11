import { describeEchoes } from '../../support/echoMatrix';

// The shapes that are hardest to recognize; test/scale has all.
describeEchoes(['with special characters', 'short']);
