import { View } from '@tarojs/components'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import { manyProductsWords as words } from '@/locales/many-products'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { useTypedText } from '@/ui/field/use-typed-text'
import './find-products.scss'

interface FindProductsProps {
  value: string
  isOpen: boolean
  onOpen(isOpen: boolean): void
  onChange(search: string): void
}

/** Looks for products by text; a button until it is open. */
export function FindProducts({ value, isOpen, onOpen, onChange }: FindProductsProps) {
  const [text, setText] = useTypedText(value, onChange)
  if (!isOpen)
    return (
      <Button kind="soft" size="small" icon="search" onPress={() => onOpen(true)}>
        {words.find}
      </Button>
    )
  const stop = () => {
    setText('')
    onChange('')
    onOpen(false)
  }
  return (
    <Card>
      <View className="find-products">
        <Field
          label={words.findLabel}
          value={text}
          placeholder={words.findPlaceholder}
          maxLength={MAX_SEARCH_LENGTH}
          focus
          onChange={setText}
        />
        <Button kind="line" size="small" onPress={stop}>
          {words.stopFinding}
        </Button>
      </View>
    </Card>
  )
}
