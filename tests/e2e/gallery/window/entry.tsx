import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { allTemplates } from '@/templates/all-templates'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { LookView } from '@/templates/render'
import type { SectionContext } from '@/templates/section'
import { type StateName, shownIn, stateNames } from './states'

const nothing = () => undefined

function contextWith(arts: Record<string, string>, still: boolean): SectionContext {
  return {
    still,
    editing: still,
    category: null,
    chooseCategory: nothing,
    photoUrl: ({ hash }) => arts[hash] ?? '',
    useQuantity: ({ id }) => (id === 'good-1' ? 2 : 0),
    add: nothing,
    openProduct: nothing,
    callShop: nothing,
  }
}

const root = () => createRoot(document.getElementById('app') as HTMLElement)
let shown: ReturnType<typeof root> | undefined

const gallery = {
  templates: allTemplates.map(({ name }) => name),
  states: stateNames,
  ready: () => lazySectionLoader.load(),
  /** Shows a template in a state, at once; `arts` are pictures by the names of their drawings; the goods may be another sample's. */
  show(template: string, state: StateName, arts: Record<string, string>, goodsOf = template) {
    shown?.unmount()
    shown = root()
    const { still, ...view } = shownIn(template, state, goodsOf)
    const context = contextWith(arts, still)
    flushSync(() => shown?.render(<LookView {...view} context={context} />))
    document.title = view.shop.name
  },
}

/** What `gallery-page.ts` finds on the window. */
export interface GalleryWindow {
  __gallery: typeof gallery
}

;(window as unknown as GalleryWindow).__gallery = gallery
