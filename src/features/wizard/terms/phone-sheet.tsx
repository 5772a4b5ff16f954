import { Text, View } from '@tarojs/components'
import { groupPhone, isPhone } from '@/domain/receiver'
import { termsQuestionWords as words } from '@/locales/zh-CN/wizard'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { NumberPad } from '@/ui/number-pad/number-pad'
import { Sheet } from '@/ui/sheet/sheet'
import './fee-sheet.scss'

/** A landline with its area code. */
const MOST_DIGITS = 12
const MOBILE_DIGITS = 11

interface PhoneSheetProps {
  phone: string
  onChange(phone: string): void
  onClose(): void
}

/** The phone that buyers call, by the number pad; leaving none is a choice of its own. */
export function PhoneSheet({ phone, onChange, onClose }: PhoneSheetProps) {
  const wrong = phone.length >= MOBILE_DIGITS && !isPhone(phone)
  const leaveNone = () => {
    onChange('')
    onClose()
  }
  return (
    <Sheet title={words.phoneSheet} onClose={onClose}>
      <View className="fee-sheet">
        <Text className={wrong ? 'fee-sheet__wrong' : 'fee-sheet__hint'} {...aria({ live: 'polite' })}>
          {wrong ? words.phoneWrong : words.phoneHint}
        </Text>
        <View className="fee-sheet__row">
          <View className="fee-sheet__phone" {...aria({ role: 'img', label: words.phoneNow(phone) })}>
            <Text>{groupPhone(phone)}</Text>
          </View>
          <Button kind="line" size="small" onPress={leaveNone}>
            {words.phoneNo}
          </Button>
        </View>
        <NumberPad
          digits={MOST_DIGITS}
          value={phone}
          onChange={onChange}
          done={words.done}
          onDone={onClose}
          doneDisabled={!isPhone(phone)}
        />
      </View>
    </Sheet>
  )
}
