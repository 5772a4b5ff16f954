import path from 'node:path'
import { build } from 'esbuild'

/** The first browsers with service workers that the site supports. */
const TARGET = ['chrome66', 'firefox61', 'safari11.1']

/** Bundles a script that is no part of the app into an H5 build's folder. @param {string} root of the project @param {string} entry @param {string} file */
const bundleScript = (root, entry, file) =>
  build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.resolve(root, file),
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    logLevel: 'warning',
  })

/** Bundles the service worker into an H5 build's folder. @param {string} root of the project @param {string} folder */
export const bundleServiceWorker = (root, folder) =>
  bundleScript(root, 'src/service-worker/service-worker.ts', path.join(folder, 'service-worker.js'))

/** Bundles the player of demo worlds into an H5 build's folder. @param {string} root of the project @param {string} folder */
export const bundleDemoPlayer = (root, folder) =>
  bundleScript(root, 'src/demo-player/player.ts', path.join(folder, 'demo-player.js'))
