import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { parseYuan } from '@/domain/money'
import type { Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'
import type { Trade } from '@/domain/shop/trade'
import { groupBuysWords } from '@/locales/group-buy/group-buys'
import { orderLinesWords } from '@/locales/order/order-lines'
import { pressable } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { ChoiceMark } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import { LinePicture } from '@/ui/line-picture/line-picture'
import { Price } from '@/ui/price/price'
import { Sheet } from '@/ui/sheet/sheet'
import { type GoodsDraft, newGoods } from './edit-draft'

const words = groupBuysWords.edit

interface GoodsFieldsProps {
  products: readonly Product[]
  trade: Trade
  goods: readonly GoodsDraft[]
  /** The skus whose goods and prices stay, because the group buy is open. */
  fixed: readonly Id[]
  onChange(goods: GoodsDraft[]): void
}

/** Chooses the goods of a group buy by their pictures; price and limits of each open in a sheet. */
export function GoodsFields({ products, trade, goods, fixed, onChange }: GoodsFieldsProps) {
  const [edited, setEdited] = useState<{ draft: GoodsDraft; sku: Sku; name: string }>()
  const skus = products.flatMap((product) => product.skus.map((sku) => ({ product, sku })))
  const toggle = (skuId: Id) =>
    onChange(
      goods.some((one) => one.skuId === skuId)
        ? goods.filter((one) => one.skuId !== skuId || fixed.includes(skuId))
        : [...goods, newGoods(skuId)],
    )
  return (
    <View className="pick-goods">
      {skus.map(({ product, sku }) => {
        const draft = goods.find((one) => one.skuId === sku.id)
        const name = orderLinesWords.name(product.name, sku.label)
        const photo = product.photos[0]
        return (
          <View key={sku.id} className="pick-goods__row">
            <View
              className="pick-goods__choice"
              {...pressable(name, () => toggle(sku.id), { role: 'checkbox', checked: draft !== undefined })}
            >
              <ChoiceMark role="checkbox" chosen={draft !== undefined} />
              <View className="pick-goods__picture">
                <LinePicture line={{ name: product.name, ...(photo ? { photo } : {}) }} trade={trade} />
              </View>
              <View className="pick-goods__words">
                <Text className="pick-goods__name">{name}</Text>
                <Price fen={toFen(draft, sku)} unit={product.unit} size="small" />
              </View>
            </View>
            {draft && (
              <Button
                kind="line"
                size="small"
                label={`${words.change} ${name}`}
                onPress={() => setEdited({ draft, sku, name })}
              >
                {words.change}
              </Button>
            )}
          </View>
        )
      })}
      {edited && (
        <GoodsSheet
          {...edited}
          isFixed={fixed.includes(edited.sku.id)}
          onSave={(changed) => {
            onChange(goods.map((one) => (one.skuId === changed.skuId ? changed : one)))
            setEdited(undefined)
          }}
        />
      )}
    </View>
  )
}

const toFen = (draft: GoodsDraft | undefined, { price }: Sku): number =>
  parseYuan(draft?.price ?? '') || price

interface GoodsSheetProps {
  draft: GoodsDraft
  sku: Sku
  name: string
  isFixed: boolean
  onSave(draft: GoodsDraft): void
}

function GoodsSheet({ draft: initial, sku, name, isFixed, onSave }: GoodsSheetProps) {
  const [draft, setDraft] = useState(initial)
  const change = (part: Partial<GoodsDraft>) => setDraft({ ...draft, ...part })
  return (
    <Sheet
      title={name}
      onClose={() => onSave(draft)}
      foot={<Button onPress={() => onSave(draft)}>{words.done}</Button>}
    >
      <View className="pick-goods__sheet">
        {isFixed ? (
          <Text>{words.priceFixed}</Text>
        ) : (
          <Field
            label={words.price}
            kind="amount"
            value={draft.price}
            hint={words.priceHint(sku.price)}
            onChange={(price) => change({ price })}
          />
        )}
        <Field
          label={words.perPerson}
          kind="number"
          value={draft.perPerson}
          onChange={(perPerson) => change({ perPerson })}
        />
        <Field label={words.max} kind="number" value={draft.max} onChange={(max) => change({ max })} />
      </View>
    </Sheet>
  )
}
