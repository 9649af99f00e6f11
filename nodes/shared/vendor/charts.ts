/** Scales and shapes of charts, which make SVG without a browser; bundled. */
export { scaleBand, scaleLinear } from 'd3-scale';
export { curveMonotoneX, line, stack } from 'd3-shape';
