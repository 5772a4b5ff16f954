import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { allTemplates } from '@/templates/all-templates'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { LookView } from '@/templates/look-view'
import type { SectionContext } from '@/templates/section'
import { galleryView, type StateName, stateNames } from './states'

const nothing = () => undefined

function contextWith(arts: Record<string, string>, isInert: boolean): SectionContext {
  return {
    isInert,
    isEditing: isInert,
    category: null,
    chooseCategory: nothing,
    photoUrl: ({ hash }) => arts[hash] ?? '',
    cropUrl: ({ hash }) => arts[hash] ?? '',
    useQuantity: ({ id }) => (id === 'good-1' ? 2 : 0),
    add: nothing,
    remove: nothing,
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
  /** Renders a template in a state synchronously. `arts` are image URLs by drawing name; `goodsOf` names the sample that provides the products. */
  show(template: string, state: StateName, arts: Record<string, string>, goodsOf = template) {
    shown?.unmount()
    shown = root()
    const { still, ...view } = galleryView(template, state, goodsOf)
    const context = contextWith(arts, still)
    flushSync(() => shown?.render(<LookView {...view} context={context} />))
    document.title = view.shop.name
  },
}

/** The global that `gallery-page.ts` reads. */
export interface GalleryWindow {
  __gallery: typeof gallery
}

;(window as unknown as GalleryWindow).__gallery = gallery
