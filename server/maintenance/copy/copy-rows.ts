import type { Query } from '../../db/database'
import type { CopyTarget } from './copy-target'
import { type Digest, DigestBuilder, findDifference } from './digest'
import { readPages } from './read-pages'
import type { TableShape } from './row'

/** Receives one line of progress. */
export type Report = (line: string) => void

/** Interval in ms between progress lines of a large table. */
const PROGRESS_INTERVAL_MS = 2000

export class CopyMismatchError extends Error {}

const count = (rows: number) => rows.toLocaleString('en').padStart(11)

/**
 * Copies every row of the tables page by page, then reads the copy again; a difference is a `CopyMismatchError`. Both sides
 * must be inside transactions.
 */
export async function copyRows(
  from: Query,
  to: CopyTarget,
  shapes: readonly TableShape[],
  report: Report,
): Promise<Digest> {
  const read: Digest = {}
  for (const shape of shapes) {
    const digest = await copyTable(from, to, shape, report)
    read[shape.name] = digest
    report(`${count(digest.rows)}  ${shape.name}`)
  }
  report('Reading the copy again…')
  const difference = findDifference(read, await to.digest(shapes))
  if (difference !== undefined) throw new CopyMismatchError(difference)
  return read
}

async function copyTable(from: Query, to: CopyTarget, shape: TableShape, report: Report) {
  const digesting = new DigestBuilder(shape)
  let reportedAt = performance.now()
  let done = 0
  for await (const page of readPages(from, shape)) {
    digesting.add(page)
    await to.insert(shape, page)
    done += page.length
    if (performance.now() - reportedAt < PROGRESS_INTERVAL_MS) continue
    reportedAt = performance.now()
    report(`${count(done)}  ${shape.name} so far…`)
  }
  return digesting.finish()
}
