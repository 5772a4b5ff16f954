/** The files of one build of the site. */
export interface SiteManifest {
  kind: 'site'
  /** The build's id. */
  build: string
  /** Files that the site's page references. */
  start: string[]
  /** Files of the shop page, which are always precached. */
  files: string[]
  /** Further files of the product and order pages; not precached with data saver on. */
  more: string[]
}

/** Files that a compiled site caches for offline use. */
export interface CompiledSiteManifest {
  kind: 'compiled-site'
  slug: string
  /** Hash of the content. */
  build: string
  /** Cached on install. */
  files: string[]
  /** Cached on install if possible. */
  voices: string[]
}

export type WorkerManifest = SiteManifest | CompiledSiteManifest

/** The file of an H5 build that contains the bundled service worker, to which a manifest is added. */
export const WORKER_BUNDLE = 'service-worker.js'

/** Returns the script of a service worker for a manifest; without one it unregisters itself. */
export const createWorkerScript = (bundle: string, manifest: WorkerManifest | undefined): string =>
  manifest ? `self.kzManifest=${JSON.stringify(manifest)};\n${bundle}` : bundle
