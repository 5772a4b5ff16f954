import { MyData } from '@/features/privacy/my-data'
import { PrivacyGuide } from '@/features/privacy/privacy-guide'
import { forgetOnPhone } from './forget-on-phone'

export default function PrivacyPage() {
  return <PrivacyGuide mine={<MyData onDeleted={forgetOnPhone} />} />
}
