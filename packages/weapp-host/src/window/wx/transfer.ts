import type { Fields } from '../../shared/types'
import { base64ToText } from '../bytes'
import type { Host } from '../host-types'
import { hasCallback, type Options, settle, type WxTarget } from './api'
import { type NetworkCall, send } from './network'
import { DEFAULT_TIMEOUT_MS, headerOf } from './request'

interface TransferOptions extends Options {
  url: string
  header?: Record<string, unknown>
  timeout?: number
}

interface UploadOptions extends TransferOptions {
  filePath: string
  name: string
  fileName?: string
  formData?: Record<string, unknown>
}

type ProgressListener = (event: {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
}) => void

/** Progress listeners of one transfer. Data is sent in one piece, so only 50 % and 100 % are reported. */
function createProgress() {
  const listeners = new Set<ProgressListener>()
  return {
    listeners,
    report(progress: number, total: number) {
      const totalBytesSent = Math.round((total * progress) / 100)
      for (const listener of listeners)
        listener({ progress, totalBytesSent, totalBytesExpectedToSend: total })
    },
  }
}

type Progress = ReturnType<typeof createProgress>
type Call = Parameters<typeof send>[2]

function createTask(getCall: () => NetworkCall | undefined, { listeners }: Progress) {
  return {
    abort: () => getCall()?.abort(),
    onProgressUpdate: (listener: ProgressListener) => listeners.add(listener),
    offProgressUpdate: (listener?: ProgressListener) =>
      listener ? listeners.delete(listener) : listeners.clear(),
    onHeadersReceived() {},
    offHeadersReceived() {},
  }
}

const textFields = (data: Record<string, unknown> | undefined) =>
  Object.fromEntries(Object.entries(data ?? {}).map(([name, value]) => [name, String(value)]))

const extensionOf = (url: string, type: string | undefined) =>
  type?.split('/')[1]?.split(';')[0]?.replace('jpeg', 'jpg') ?? url.split('.').pop()?.slice(0, 4) ?? 'dat'

/**
 * Runs a transfer, which sends at most one call, and returns its task; without callbacks the task is a promise as well.
 * @param transfer resolves with the fields of the result
 */
function startTransfer(
  host: Host,
  api: 'uploadFile' | 'downloadFile',
  options: TransferOptions,
  transfer: (start: (call: Call) => NetworkCall['reply'], progress: Progress) => Promise<Fields>,
) {
  let call: NetworkCall | undefined
  const progress = createProgress()
  const start = (request: Call) => {
    call = send(host, api, request)
    return call.reply
  }
  const run = settle(host, api, options, () => transfer(start, progress))
  const task = createTask(() => call, progress)
  return hasCallback(options) ? task : Object.assign(run ?? {}, task)
}

function uploadFile(host: Host, options: UploadOptions) {
  const { files } = host.device
  return startTransfer(host, 'uploadFile', options, async (start, progress) => {
    const base64 = files.read(options.filePath)
    const fileName = options.fileName ?? options.filePath.split('/').pop() ?? 'file'
    const header = headerOf(options.header)
    delete header['content-type']
    const sent = start({
      url: options.url,
      method: 'POST',
      header,
      timeout: options.timeout ?? DEFAULT_TIMEOUT_MS,
      form: { file: { field: options.name, fileName, base64 }, fields: textFields(options.formData) },
    })
    progress.report(50, files.size(options.filePath))
    const reply = await sent
    progress.report(100, files.size(options.filePath))
    return { data: base64ToText(reply.base64), statusCode: reply.statusCode, header: reply.header }
  })
}

function downloadFile(host: Host, options: TransferOptions & { filePath?: string }) {
  const { files } = host.device
  return startTransfer(host, 'downloadFile', options, async (start) => {
    const timeout = options.timeout ?? DEFAULT_TIMEOUT_MS
    const { base64, statusCode, header } = await start({
      url: options.url,
      method: 'GET',
      header: headerOf(options.header),
      timeout,
    })
    if (options.filePath) {
      files.write(options.filePath, base64)
      return { filePath: options.filePath, statusCode, header }
    }
    const tempFilePath = files.writeTemp(base64, extensionOf(options.url, header['content-type']))
    return { tempFilePath, statusCode, header }
  })
}

/** Adds `wx.uploadFile` and `wx.downloadFile`. */
export function addTransfers({ wx, host }: WxTarget) {
  wx.uploadFile = (options: UploadOptions) => uploadFile(host, options)
  wx.downloadFile = (options: TransferOptions & { filePath?: string }) => downloadFile(host, options)
}
