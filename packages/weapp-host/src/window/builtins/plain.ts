import { escapeHtml } from '../layers'
import type { BuiltinKind } from './define'

const named = (names: string): BuiltinKind[] => names.split(/\s+/).map((name) => ({ name }))

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, unknown>
  children?: RichNode[]
}

function richHtml(nodes: unknown): string {
  if (typeof nodes === 'string') return nodes
  if (!Array.isArray(nodes)) return ''
  return nodes
    .map((node: RichNode) => {
      if (node.type === 'text') return escapeHtml(node.text)
      const attributes = Object.entries(node.attrs ?? {}).map(
        ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
      )
      return `<${node.name}${attributes.join('')}>${richHtml(node.children)}</${node.name}>`
    })
    .join('')
}

/** Built-ins without behavior. Some, such as `map` and `camera`, are empty boxes. */
export const plainKinds: BuiltinKind[] = [
  ...named(
    'view cover-view movable-area open-data root-portal picker-view-column match-media ad editor camera',
  ),
  ...named(
    'official-account live-player live-pusher page-meta navigation-bar keyboard-accessory sticky-section',
  ),
  ...named('sticky-header list-view grid-view share-element'),
  { name: 'text', properties: 'selectable space decode userSelect overflow maxLines' },
  { name: 'icon', properties: 'type size color' },
  {
    name: 'progress',
    properties: `percent showInfo strokeWidth color active activeColor backgroundColor activeMode duration borderRadius
      fontSize`,
  },
  { name: 'movable-view', properties: 'x y direction disabled inertia outOfBounds damping friction scale' },
  { name: 'map', properties: 'longitude latitude markers scale' },
  {
    name: 'picker-view',
    properties: 'value indicatorStyle indicatorClass maskStyle maskClass immediateChange',
    mount: (self) => ({ value: () => self.get('value') }),
  },
  {
    name: 'rich-text',
    properties: 'nodes space userSelect',
    mount: (self) => ({
      watch: {
        nodes: (nodes) => {
          self.element.innerHTML = richHtml(nodes)
        },
      },
    }),
  },
  { name: 'web-view', properties: 'src' },
]
