import { Text, View } from '@tarojs/components'
import { Icon } from '@/ui/icon/icon'
import { pressableIn } from '../../goods/pressable-in'
import { Facts, renderFact } from '../../parts/facts'
import type { SectionProps } from '../../section'
import { CopyWechat } from './copy-wechat'
import type { ContactSettings } from './settings'
import { contactWords } from './words'
import './section.scss'

/** The shop's phone, WeChat id, place and pickup place; renders nothing if it has none of them. */
export function Contact({ settings, shop, context }: SectionProps<ContactSettings>) {
  const words = contactWords
  const pickupPlace = shop.fulfilments.includes('pickup') ? shop.pickupPlace : undefined
  const { phone, place } = shop
  const wechat = settings.wechat || shop.wechatId
  if (!phone && !place && !pickupPlace && !wechat) return null
  return (
    <Facts title={settings.title || words.title}>
      {renderFact('location', place)}
      {renderFact('pickup', pickupPlace && words.pickup(pickupPlace))}
      {phone && (
        <View
          className="contact__call"
          {...pressableIn(context, words.callLabel(phone), () => context.callShop())}
        >
          <Icon name="phone" size={22} />
          <Text className="contact__call-words">{context.isViewOnly ? words.phone : words.call}</Text>
          <Text className="contact__phone">{phone}</Text>
        </View>
      )}
      {wechat && <CopyWechat id={wechat} context={context} />}
    </Facts>
  )
}
