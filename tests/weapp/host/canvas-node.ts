import { assetUrl } from './asset-url'
import type { Host } from './host-types'

/** An image for `drawImage`: its `src` may be a network, package or local path, and never taints the canvas. */
function createImage(host: Host): HTMLImageElement {
  const image = host.window.document.createElement('img')
  image.crossOrigin = 'anonymous'
  Object.defineProperty(image, 'src', {
    get: () => image.getAttribute('src') ?? '',
    set: (path: string) => image.setAttribute('src', assetUrl(host, path)),
  })
  return image
}

/** Gives a canvas element the functions WeChat's canvas node has. */
export function addCanvasFunctions(host: Host, canvas: HTMLCanvasElement): HTMLCanvasElement {
  return Object.assign(canvas, {
    createImage: () => createImage(host),
    createImageData: (width: number, height: number) => new host.window.ImageData(width, height),
    createPath2D: (path?: string) => new host.window.Path2D(path),
    requestAnimationFrame: (run: FrameRequestCallback) => host.window.requestAnimationFrame(run),
    cancelAnimationFrame: (id: number) => host.window.cancelAnimationFrame(id),
  })
}
