import { addCanvasMethods } from '../canvas-node'
import type { BuiltinKind } from './define'

/** A `type="2d"` canvas. App code gets its node from a selector query with `node: true`. */
export const canvas: BuiltinKind = {
  name: 'canvas',
  properties: 'type canvasId disableScroll nativeProps',
  mount: (self, host) => {
    const node = self.element.ownerDocument.createElement('canvas')
    addCanvasMethods(host, node)
    self.element.appendChild(node)
    return {}
  },
}
