import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { decorateWords as words } from '@/locales/look/decorate'
import { aria, pressable } from '@/platform/a11y/aria'
import type { KnownTemplate } from '@/templates/known-template'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { ShopThumbnail } from '../miniature/shop-thumbnail'
import type { Design } from '../model/design'

export interface OfferedDesign {
  template: KnownTemplate
  /** The design after switching to the template; `undefined` when it has no room for the shop's sections. */
  design: Design | undefined
}

interface TemplateSheetProps {
  shop: Shop
  products: readonly Product[]
  offered: readonly OfferedDesign[]
  chosen: string
  onChoose(offered: OfferedDesign): void
  onClose(): void
}

/** The thumbnails that are drawn with the sheet; the others follow by pairs at this interval, in ms. */
const FIRST = 4
const INTERVAL_MS = 120

/** Returns how many of `total` thumbnails are drawn by now. */
function useDrawnCount(total: number): number {
  const [count, setCount] = useState(FIRST)
  useEffect(() => {
    if (count >= total) return
    const timer = setTimeout(() => setCount(count + 2), INTERVAL_MS)
    return () => clearTimeout(timer)
  }, [count, total])
  return count
}

/** Offers the templates, each with the shop's own goods and photos in it. Switching keeps the shop's content. */
export function TemplateSheet({ offered, chosen, onChoose, onClose, ...face }: TemplateSheetProps) {
  const drawn = useDrawnCount(offered.length)
  return (
    <Sheet title={words.tools.template} onClose={onClose}>
      <Text className="templates__hint">{words.templateHint}</Text>
      <View className="templates" {...aria({ role: 'group', label: words.tools.template })}>
        {offered.map((one, at) => {
          const { template, design } = one
          const on = template.name === chosen
          return (
            <View
              key={template.name}
              className={`templates__one ${on ? 'templates__one--on' : ''}`}
              {...pressable(null, () => onChoose(one), { pressed: on })}
            >
              <ShopThumbnail {...face} design={at < drawn ? design : undefined} />
              <View className="templates__foot">
                <Text className="templates__title">{template.title}</Text>
                {on && <Icon name="check" size={22} />}
              </View>
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}
