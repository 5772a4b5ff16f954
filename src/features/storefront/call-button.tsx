import { Text } from '@tarojs/components'
import { cachedShopWords } from '@/locales/storefront/cached-shop'
import { dial } from '@/platform/device/dial'
import { singlePage } from '@/platform/lifecycle/launch'
import { Button, type ButtonProps } from '@/ui/button/button'

type CallButtonProps = Omit<ButtonProps, 'icon' | 'onPress'> & { phone: string }

/** A button that calls the shop; where the page cannot call, the phone number as text. */
export function CallButton({ phone, ...button }: CallButtonProps) {
  if (singlePage) return <Text className="call-note__phone">{cachedShopWords.number(phone)}</Text>
  return <Button icon="phone" {...button} onPress={() => dial(phone)} />
}
