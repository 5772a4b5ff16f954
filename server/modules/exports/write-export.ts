import { writeSync } from 'node:fs'
import { offlineExportPages } from '../../first-paint/offline-export-page'
import { readSite } from '../../http/pages/site'
import { exportFiles } from './export-files'
import type { ExportJob, WriteExport } from './export-job'
import { toPublicShop } from './exported-shop'
import { createZip } from './zip'

const renderPage = async ({ exported, origin, site }: ExportJob): Promise<string | undefined> => {
  const built = site && readSite(site.folder)
  return built && offlineExportPages({ ...built, html: site.html })?.(toPublicShop(exported), origin)
}

function writeAll(file: number, chunk: Uint8Array, from: number): number {
  let written = 0
  while (written < chunk.length)
    written += writeSync(file, chunk, written, chunk.length - written, from + written)
  return from + written
}

/** Renders, compresses and writes an export. It computes for seconds, so a server calls it in a thread of its own. */
export const writeExport: WriteExport = async (job, get, signal) => {
  const { exported, missing, file } = job
  let bytes = 0
  for await (const chunk of createZip(
    exportFiles(exported, { get }, { page: await renderPage(job), missing }),
  )) {
    signal.throwIfAborted()
    bytes = writeAll(file, chunk, bytes)
  }
  return bytes
}
