import { LINES } from '../engine';
import { describeEchoes, echoesOf, SHAPES } from '../support/echoMatrix';

const ALL = Object.keys(SHAPES);

it('is a matrix of thousands of echoes for each n8n line', () => expect(echoesOf(ALL)).toBeGreaterThanOrEqual(1_296));

describeEchoes(ALL, LINES, true);
