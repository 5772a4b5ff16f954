// How often a property is tried: the long run tries far more.
require('fast-check').configureGlobal({ numRuns: process.env.KZ_LONG === '1' ? 5000 : 100 })
