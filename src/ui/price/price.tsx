import { Text, View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { type Fen, formatPrice } from '@/domain/money'
import { priceWords } from '@/locales/ui'
import { aria } from '@/platform/a11y/aria'
import './price.scss'

export interface PriceProps {
  fen: Fen
  /** The unit of the price: 斤, 箱. */
  unit?: string | undefined
  /** `small` for rows and sums, `large` for a product page. */
  size?: 'small' | 'normal' | 'large'
  /** Marks the lowest of several prices. */
  from?: boolean
  /** Omits the spoken label, for sums that change while the user types. */
  asWritten?: boolean
}

/** Large numbers with more characters are scaled down to the width of this many. */
const MAX_CHARACTERS = 6

/** An amount in yuan: a small sign and a large number, with a spoken label for screen readers. */
export function Price({ fen, unit, size = 'normal', from = false, asWritten = false }: PriceProps) {
  const yuan = formatPrice(fen)
  const tail = priceWords.tail(unit, from)
  return (
    <View
      className={size === 'normal' ? 'price' : `price price--${size}`}
      {...aria(asWritten ? {} : { role: 'img', label: priceWords.spoken(yuan, unit, from) })}
    >
      <Text className="price__sign">{priceWords.sign}</Text>
      <Text className="price__number" {...(size === 'large' ? narrowStyle(yuan) : {})}>
        {yuan}
      </Text>
      {tail && <Text className="price__tail">{tail}</Text>}
    </View>
  )
}

const narrowStyle = ({ length }: string) =>
  length > MAX_CHARACTERS
    ? { style: { '--narrow': (MAX_CHARACTERS / length).toFixed(2) } as CSSProperties }
    : {}
