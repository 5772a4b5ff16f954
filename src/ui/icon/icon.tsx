import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { aria } from '@/platform/a11y/aria'
import './icon.scss'

/** Icon names; the drawings are in icon.scss under the same names. */
export const iconNames = [
  'back',
  'forward',
  'up',
  'down',
  'left',
  'right',
  'close',
  'check',
  'plus',
  'minus',
  'search',
  'refresh',
  'home',
  'order',
  'goods',
  'store',
  'settings',
  'cart',
  'money',
  'refund',
  'truck',
  'pickup',
  'post',
  'onsite',
  'location',
  'calendar',
  'clock',
  'phone',
  'share',
  'copy',
  'qr',
  'key',
  'camera',
  'album',
  'picture',
  'edit',
  'trash',
  'hide',
  'show',
  'speaker',
  'silent',
  'warn',
  'offline',
] as const

export type IconName = (typeof iconNames)[number]

export interface IconProps {
  name: IconName
  /** Size in px at the default text size; scales with the text. Default 24. */
  size?: number
}

/** An icon in the surrounding text colour. Hidden from screen readers, since it accompanies text. */
export function Icon({ name, size }: IconProps) {
  return (
    <View
      className={`icon icon--${name}`}
      {...(size === undefined ? {} : { style: { '--size': `${size}px` } as CSSProperties })}
      {...aria({ hidden: true })}
    />
  )
}
