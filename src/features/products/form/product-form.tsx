import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { type ProductText, productTexts } from '@/domain/product/product-texts'
import type { Trade } from '@/domain/shop/trade'
import { productFormWords } from '@/locales/product/products'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import { CategoryField } from './category-field'
import { GoodChips } from './good-chips'
import { PricePad } from './price-pad'
import { type ProductDraft, validateProductDraft } from './product-draft'
import { SkuFields } from './sku-fields'
import { UnitField } from './unit-field'
import './product-form.scss'

interface ProductFormProps {
  shopId: Id
  trade: Trade
  draft: ProductDraft
  /** True if the product was never saved; its name and price can then be tapped, as in the wizard. */
  isNew: boolean
  /** True if saving was attempted; invalid fields are marked from then on. */
  tried: boolean
  onChange(change: Partial<ProductDraft>): void
}

/** Texts that may be longer, in characters, get a field of several lines. */
const ONE_LINE = 60

const textNames = Object.keys(productFormWords.texts) as ProductText[]

/** The form of a product: name, unit, skus, optional texts and whether it is on sale. */
export function ProductForm({ shopId, trade, draft, isNew, tried, onChange }: ProductFormProps) {
  const errors = tried ? validateProductDraft(draft) : { skus: {} }
  const { errors: messages } = productFormWords
  return (
    <>
      <Card>
        <View className="product-form">
          <Field
            label={productFormWords.name}
            value={draft.name}
            maxLength={40}
            hint={productFormWords.nameHint}
            error={errors.name && messages.name}
            onChange={(name) => onChange({ name })}
          />
          {isNew && <GoodChips trade={trade} draft={draft} onChange={onChange} />}
          <UnitField
            trade={trade}
            value={draft.unit}
            error={errors.unit && messages.unit}
            onChange={(unit) => onChange({ unit })}
          />
        </View>
      </Card>
      <Card>
        <View className="product-form">
          <Text className="product-form__title" {...heading(2)}>
            {draft.skus.length > 1 ? productFormWords.skus : productFormWords.price}
          </Text>
          <SkuFields draft={draft} errors={errors} onChange={(skus) => onChange({ skus })} />
          {isNew && <PricePad draft={draft} onChange={(skus) => onChange({ skus })} />}
        </View>
      </Card>
      <Card>
        <View className="product-form">
          {textNames.map((name) =>
            name === 'category' ? (
              <CategoryField
                key={name}
                shopId={shopId}
                value={draft.category}
                onChange={(category) => onChange({ category })}
              />
            ) : (
              <Field
                key={name}
                label={productFormWords.texts[name].label}
                kind={productTexts[name] > ONE_LINE ? 'lines' : 'text'}
                value={draft[name]}
                maxLength={productTexts[name]}
                hint={productFormWords.texts[name].hint}
                onChange={(text) => onChange({ [name]: text })}
              />
            ),
          )}
          <Choice
            role="checkbox"
            words={productFormWords.onSale}
            note={productFormWords.onSaleNote}
            chosen={draft.onSale}
            onPress={() => onChange({ onSale: !draft.onSale })}
          />
        </View>
      </Card>
    </>
  )
}
