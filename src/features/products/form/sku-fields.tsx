import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { MAX_SKUS } from '@/domain/product/sku'
import { productFormWords, productListWords } from '@/locales/product/products'
import { newId } from '@/platform/device/new-id'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import {
  type DraftSku,
  emptySku,
  type InvalidSkuField,
  type ProductDraft,
  type ProductDraftErrors,
} from './product-draft'

interface SkuFieldsProps {
  draft: ProductDraft
  errors: ProductDraftErrors
  onChange(skus: DraftSku[]): void
}

/** The fields of the skus: price and stock, plus a label if there are several. */
export function SkuFields({ draft, errors, onChange }: SkuFieldsProps) {
  const { skus } = draft
  const several = skus.length > 1
  /** The sku whose label is asked for, since it needs one beside another. */
  const [requiredLabelId, setRequiredLabelId] = useState<string>()
  const add = () => {
    setRequiredLabelId(skus.find(({ label }) => label.trim() === '')?.id)
    onChange([...skus, emptySku(newId())])
  }
  const edit = (id: string, change: Partial<DraftSku>) =>
    onChange(skus.map((sku) => (sku.id === id ? { ...sku, ...change } : sku)))
  return (
    <View className="product-form__skus">
      {skus.map((sku, i) => (
        <View key={sku.id} className={several ? 'product-form__sku' : 'product-form__only'}>
          {several && (
            <View className="product-form__sku-head">
              <Text className="product-form__sku-name">{productFormWords.sku(i + 1)}</Text>
              <Button
                kind="line"
                size="small"
                icon="trash"
                label={productFormWords.removeSkuLabel(i + 1)}
                onPress={() => onChange(skus.filter(({ id }) => id !== sku.id))}
              >
                {productFormWords.removeSku}
              </Button>
            </View>
          )}
          <SkuRow
            sku={sku}
            unit={draft.unit}
            labelled={several}
            isLabelRequired={several && sku.id === requiredLabelId}
            invalidFields={errors.skus[sku.id] ?? []}
            onChange={(change) => edit(sku.id, change)}
          />
        </View>
      ))}
      {skus.length < MAX_SKUS && (
        <Button kind="soft" size="small" icon="plus" onPress={add}>
          {several ? productFormWords.addSku : productFormWords.severalSkus}
        </Button>
      )}
    </View>
  )
}

interface SkuRowProps {
  sku: DraftSku
  unit: string
  labelled: boolean
  /** The label was not needed so far: its field has the focus and says why it is needed. */
  isLabelRequired: boolean
  invalidFields: InvalidSkuField[]
  onChange(change: Partial<DraftSku>): void
}

function SkuRow({ sku, unit, labelled, isLabelRequired, invalidFields, onChange }: SkuRowProps) {
  const errorOf = (...fields: InvalidSkuField[]) => {
    const invalid = fields.find((field) => invalidFields.includes(field))
    return invalid && productFormWords.errors[invalid]
  }
  return (
    <>
      {(labelled || sku.label !== '') && (
        <Field
          label={productFormWords.label}
          value={sku.label}
          maxLength={20}
          hint={isLabelRequired ? productFormWords.labelRequired : productFormWords.labelHint}
          focus={isLabelRequired}
          error={errorOf('label')}
          onChange={(label) => onChange({ label })}
        />
      )}
      <Field
        label={productFormWords.priceOf(unit)}
        kind="amount"
        value={sku.price}
        maxLength={10}
        error={errorOf('price', 'noPrice')}
        onChange={(price) => onChange({ price })}
      />
      <SkuStock sku={sku} unit={unit} error={errorOf('stock')} onChange={(stock) => onChange({ stock })} />
    </>
  )
}

interface SkuStockProps {
  sku: DraftSku
  unit: string
  error: string | undefined
  onChange(stock: string): void
}

/** The field of the first stock; later the stock is changed in the list only, and shown here. */
function SkuStock({ sku, unit, error, onChange }: SkuStockProps) {
  if (sku.known)
    return (
      <Text className="product-form__known">
        {productFormWords.stockKnown(productListWords.stock(sku.known.stock, unit))}
      </Text>
    )
  return (
    <Field
      label={productFormWords.stockLabel(unit)}
      kind="number"
      value={sku.stock}
      maxLength={7}
      error={error}
      onChange={onChange}
    />
  )
}
