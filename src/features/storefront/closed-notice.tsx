import { View } from '@tarojs/components'
import type { Shop } from '@/domain/shop'
import { storefrontWords } from '@/locales/storefront'
import { aria } from '@/platform/a11y/aria'
import { CallButton } from './call-button'
import { CallNote } from './call-note'

/** Replaces the order bar while a shop takes no orders: until when it is closed or that it is for practice, and its phone number. */
export function ClosedNotice({ shop }: { shop: Pick<Shop, 'closedUntil' | 'phone' | 'practiceUntil'> }) {
  const { closedUntil, phone, practiceUntil } = shop
  return (
    <View {...aria({ role: 'status' })}>
      <CallNote
        icon="clock"
        text={practiceUntil ? storefrontWords.practice : storefrontWords.resting(closedUntil ?? '')}
        call={
          phone && (
            <CallButton phone={phone} kind="soft" size="small">
              {storefrontWords.call}
            </CallButton>
          )
        }
      />
    </View>
  )
}
