import type { CSSProperties, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { themeVariables } from '@/domain/look/theme'
import { allTemplates } from '@/templates/all-templates'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { LookView } from '@/templates/look-view'
import type { SectionContext } from '@/templates/section'
import { upgradeLook } from '@/templates/upgrade-look'
import '@/features/storefront/look-area.scss'
import '@/ui/page/page.scss'
import { type GalleryView, galleryView, type StateName, stateNames } from './states'

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

function render(drawn: ReactNode, title: string) {
  shown?.unmount()
  shown = root()
  flushSync(() => shown?.render(drawn))
  document.title = title
}

const gallery = {
  templates: allTemplates.map(({ name }) => name),
  states: stateNames,
  ready: () => lazySectionLoader.load(),
  /** Renders a template in a state synchronously. `arts` are image URLs by drawing name; `goodsOf` names the sample that provides the products. */
  show(template: string, state: StateName, arts: Record<string, string>, goodsOf = template) {
    const { still, ...view } = galleryView(template, state, goodsOf)
    render(<LookView {...view} context={contextWith(arts, still)} />, view.shop.name)
  },
  /** Renders a stored look, of any earlier format. */
  showLook({ still, look, ...view }: GalleryView, arts: Record<string, string>) {
    render(<LookView {...view} look={upgradeLook(look)} context={contextWith(arts, still)} />, view.shop.name)
  },
  /** Renders a template as the storefront does: as wide as a page, with room for its tools and, in a wide window, a basket. */
  showPage(template: string, state: StateName, arts: Record<string, string>) {
    const { still, ...view } = galleryView(template, state)
    const theme = themeVariables(view.look.theme) as CSSProperties
    render(
      <div className="page page--wide page--aside page--bleed" style={theme}>
        <div className="page__main">
          <div className="look-area look-area--tools">
            <LookView
              {...view}
              context={contextWith(arts, still)}
              isThemed
              headRef={{ current: null }}
              side={null}
            />
          </div>
        </div>
      </div>,
      view.shop.name,
    )
  },
}

/** The global that `gallery-page.ts` reads. */
export interface GalleryWindow {
  __gallery: typeof gallery
}

;(window as unknown as GalleryWindow).__gallery = gallery
