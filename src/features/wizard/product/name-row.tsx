import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { tradeDefaults } from '@/domain/shop/trade'
import { productQuestionWords as words } from '@/locales/shop/wizard'
import { Chip } from '@/ui/chip/chip'
import { PointerTarget } from '../lesson-hints'
import type { ShopDraft } from '../shop-draft'
import { NameSheet } from './name-sheet'
import { productName } from './product-name'
import './name-row.scss'

/** Size class of a name; proposed names are at most `middle`, longer ones get a smaller font on small screens. */
function sizeOf(name: string) {
  if (name.length <= 8) return 'short'
  if (name.length <= 10) return 'middle'
  return name.length <= 20 ? 'long' : 'longest'
}

/** The product's name, with chips for its optional words and a button to change it. */
export function NameRow({ draft, change }: { draft: ShopDraft; change(part: Partial<ShopDraft>): void }) {
  const [open, setOpen] = useState(false)
  const { goods } = tradeDefaults(draft.trade ?? 'plain')
  const offered = draft.ownName ? [] : (goods.find((good) => good.name === draft.good)?.words ?? [])
  const name = productName(draft)
  const toggle = (word: string) => {
    const on = draft.words.includes(word)
    // words stay in the order they are offered, not in the order of taps
    change({ words: offered.filter((other) => (other === word ? !on : draft.words.includes(other))) })
  }
  return (
    <View className={`name-row name-row--${sizeOf(name)}`}>
      <Text className="name-row__name">{name}</Text>
      <View className="name-row__chips">
        {offered.map((word) => (
          <Chip key={word} on={draft.words.includes(word)} onPress={() => toggle(word)}>
            {word}
          </Chip>
        ))}
        <Chip on={false} onPress={() => setOpen(true)}>
          {words.rename}
        </Chip>
      </View>
      <PointerTarget place="name" />
      {open && <NameSheet draft={draft} change={change} onClose={() => setOpen(false)} />}
    </View>
  )
}
