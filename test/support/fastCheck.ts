import fc from 'fast-check';

// With a fixed seed, a run judges the change and not the luck of the draw.
if (process.env.PROPERTY_SEED) fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED) });

export default fc;
