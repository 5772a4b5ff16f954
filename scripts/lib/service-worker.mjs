import path from 'node:path'
import { build } from 'esbuild'

/** The first browsers with service workers that the site supports. */
const TARGET = ['chrome66', 'firefox61', 'safari11.1']

/** Bundles the service worker into an H5 build's folder. @param {string} root of the project @param {string} folder */
export const bundleServiceWorker = (root, folder) =>
  build({
    absWorkingDir: root,
    entryPoints: ['src/service-worker/service-worker.ts'],
    outfile: path.resolve(root, folder, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    logLevel: 'warning',
  })
