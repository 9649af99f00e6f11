/** Round numbers for axes, and shapes of charts as SVG paths, without a browser; bundled. */
export { nice, ticks } from 'd3-array';
export { curveMonotoneX, line, stack } from 'd3-shape';
