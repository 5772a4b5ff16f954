import { ConsentSheet } from '@/features/privacy/consent-sheet'
import { Wizard } from '@/features/wizard/wizard'

export default function OpenPage() {
  return <Wizard ConsentSheet={ConsentSheet} />
}
