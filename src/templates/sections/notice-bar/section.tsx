import { Text, View } from '@tarojs/components'
import { deliveryTermsWords } from '@/locales/order/delivery-terms'
import { Icon } from '@/ui/icon/icon'
import type { SectionProps } from '../../section'
import type { NoticeBarSettings } from './settings'
import { noticeBarWords } from './words'
import './section.scss'

/** The owner's notice, else the freight rule in words; and until when the shop is closed. */
export function NoticeBar({ settings, shop, closed }: SectionProps<NoticeBarSettings>) {
  return (
    <View className={`look__section notice-bar notice-bar--${settings.form}`}>
      <View className="notice-bar__paper">
        {closed && shop.closedUntil && (
          <View className="notice-bar__closed">
            <Icon name="clock" size={20} />
            <Text className="notice-bar__words">{noticeBarWords.closed(shop.closedUntil)}</Text>
          </View>
        )}
        <Text className="notice-bar__words">{shop.notice ?? deliveryTermsWords.notice(shop)}</Text>
      </View>
    </View>
  )
}
