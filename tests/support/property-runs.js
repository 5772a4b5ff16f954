// Number of runs of each property: 100, or 5000 in the long run.
require('fast-check').configureGlobal({ numRuns: process.env.KZ_LONG === '1' ? 5000 : 100 })
