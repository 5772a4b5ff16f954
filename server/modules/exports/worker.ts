import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { getErrorCode } from '../../error-code'
import type { ExportJob, ReadFile } from './export-job'
import type { FromThread, ToThread } from './export-thread'
import { writeExport } from './write-export'

const port = parentPort
if (!port) throw new Error('exports are made in a thread of the server')

// on Linux, priorities are those of threads: the server's own thread goes first
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

const send = (message: FromThread) => port.postMessage(message)

/** The reader that waits for a file. Files are read one after the other. */
let deliver: (bytes: Uint8Array | undefined) => void = () => undefined
port.on('message', ({ bytes }: ToThread) => deliver(bytes))

const read: ReadFile = async (name) => {
  const bytes = await new Promise<Uint8Array | undefined>((resolve) => {
    deliver = resolve
    send({ read: name })
  })
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

writeExport(workerData as ExportJob, read, new AbortController().signal)
  .then(
    (bytes) => send({ bytes }),
    (error: Error) => send({ error: { message: error.message, code: getErrorCode(error) } }),
  )
  .finally(() => port.close())
