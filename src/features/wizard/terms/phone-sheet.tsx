import { Text, View } from '@tarojs/components'
import { groupPhone, isPhone } from '@/domain/receiver/receiver'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { NumberPad } from '@/ui/number-pad/number-pad'
import { Sheet } from '@/ui/sheet/sheet'
import './fee-sheet.scss'

/** Length of a landline number with its area code. */
const MAX_DIGITS = 12
const MOBILE_DIGITS = 11

interface PhoneSheetProps {
  phone: string
  onChange(phone: string): void
  onClose(): void
}

/** Enters or removes the phone number that buyers call. */
export function PhoneSheet({ phone, onChange, onClose }: PhoneSheetProps) {
  const isInvalid = phone.length >= MOBILE_DIGITS && !isPhone(phone)
  const removePhone = () => {
    onChange('')
    onClose()
  }
  return (
    <Sheet title={words.phoneSheet} onClose={onClose}>
      <View className="fee-sheet">
        <Text className={isInvalid ? 'fee-sheet__wrong' : 'fee-sheet__hint'} {...aria({ live: 'polite' })}>
          {isInvalid ? words.phoneWrong : words.phoneHint}
        </Text>
        <View className="fee-sheet__row">
          <View className="fee-sheet__phone" {...aria({ role: 'img', label: words.phoneNow(phone) })}>
            <Text>{groupPhone(phone)}</Text>
          </View>
          <Button kind="line" size="small" onPress={removePhone}>
            {words.phoneNo}
          </Button>
        </View>
        <NumberPad
          digits={MAX_DIGITS}
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
