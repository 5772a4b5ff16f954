// Number of runs of each property in the long run; the short run has fast-check's 100 and does not load it here.
require('fast-check').configureGlobal({ numRuns: 5000 })
