import { groupPhone, isPhone } from '@/domain/receiver/receiver'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'

function phoneLine(phone: string): string {
  if (!phone) return words.phoneAdd
  return isPhone(phone) ? words.phoneNow(groupPhone(phone)) : words.phoneShort(groupPhone(phone))
}

/** The optional phone number for buyers, as a button. */
export function PhoneRow({ phone, onPress }: { phone: string; onPress(): void }) {
  return (
    <Button kind="soft" size="small" icon="phone" onPress={onPress}>
      {phoneLine(phone)}
    </Button>
  )
}
