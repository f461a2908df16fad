// The part of zod that we use. `npm run build` bundles this one file, so that loading it costs 5 ms and not 30.
export * from 'zod/mini';
