import { addCanvasMethods } from '../canvas-node'
import type { WxTarget } from './api'

interface ToFile {
  canvas?: HTMLCanvasElement
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  quality?: number
}

/** Renders a part of a canvas to a data URI. Positions and sizes are in pixels of the canvas. */
function renderPart(source: HTMLCanvasElement, options: ToFile): string {
  const { x = 0, y = 0 } = options
  const width = options.width ?? source.width - x
  const height = options.height ?? source.height - y
  const target = source.ownerDocument.createElement('canvas')
  target.width = Math.round(options.destWidth ?? width)
  target.height = Math.round(options.destHeight ?? height)
  const context = target.getContext('2d')
  if (!context) throw new Error('this window has no 2d context')
  context.drawImage(source, x, y, width, height, 0, 0, target.width, target.height)
  return target.toDataURL(options.fileType === 'jpg' ? 'image/jpeg' : 'image/png', options.quality ?? 1)
}

export function addCanvas({ api, sync, host }: WxTarget) {
  sync('createOffscreenCanvas', (options: { width?: number; height?: number } = {}) => {
    const canvas = host.window.document.createElement('canvas')
    canvas.width = options.width ?? 300
    canvas.height = options.height ?? 150
    return addCanvasMethods(host, canvas)
  })
  api<ToFile>('canvasToTempFilePath', (options) => {
    if (!options.canvas) throw new Error('canvas is empty')
    const data = renderPart(options.canvas, options)
    const extension = options.fileType === 'jpg' ? 'jpg' : 'png'
    return { tempFilePath: host.device.files.writeTemp(data.slice(data.indexOf(',') + 1), extension) }
  })
}
