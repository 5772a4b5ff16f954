import { Text, View } from '@tarojs/components'
import { groupPhone, isPhone } from '@/domain/receiver'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { termsQuestionWords as words } from '@/words/zh/wizard'
import './phone-row.scss'

function phoneLine(phone: string): string {
  if (!phone) return words.phoneAsk
  return isPhone(phone) ? groupPhone(phone) : words.phoneShort(groupPhone(phone))
}

/** The phone that buyers call: proposed, never demanded. */
export function PhoneRow({ phone, onPress }: { phone: string; onPress(): void }) {
  return (
    <Card>
      <View className="phone-row">
        <View className="phone-row__icon">
          <Icon name="phone" size={24} />
        </View>
        <Text className="phone-row__words">{phoneLine(phone)}</Text>
        <Button kind="soft" size="small" onPress={onPress}>
          {phone ? words.phoneChange : words.phoneAdd}
        </Button>
      </View>
    </Card>
  )
}
