import { Text, View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { type Fen, formatPrice } from '@/domain/money'
import { priceWords } from '@/locales/zh-CN/ui'
import { aria } from '@/platform/a11y/aria'
import './price.scss'

export interface PriceProps {
  fen: Fen
  /** What it buys: 斤, 箱. */
  unit?: string | undefined
  /** `small` in rows and sums, `large` where one product is shown. */
  size?: 'small' | 'normal' | 'large'
  /** The lowest of several prices. */
  from?: boolean
  /** Read aloud as it is written: for sums that change under people's fingers. */
  asWritten?: boolean
}

/** A large number of more characters is as wide as one of so many, and smaller for it. */
const WIDEST = 6

/** An amount in yuan: a small sign and a large number, read aloud as people say it. */
export function Price({ fen, unit, size = 'normal', from = false, asWritten = false }: PriceProps) {
  const yuan = formatPrice(fen)
  const tail = priceWords.tail(unit, from)
  return (
    <View
      className={`price price--${size}`}
      {...aria(asWritten ? {} : { role: 'img', label: priceWords.spoken(yuan, unit, from) })}
    >
      <Text className="price__sign">{priceWords.sign}</Text>
      <Text className="price__number" {...(size === 'large' ? narrowed(yuan) : {})}>
        {yuan}
      </Text>
      {tail && <Text className="price__tail">{tail}</Text>}
    </View>
  )
}

const narrowed = ({ length }: string) =>
  length > WIDEST ? { style: { '--narrow': (WIDEST / length).toFixed(2) } as CSSProperties } : {}
