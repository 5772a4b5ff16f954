import { ApplyScreen } from '@/features/payment-guide/apply/apply-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** A seller's application to WeChat Pay: `?shop=&subject=`. */
export default function ApplyPage() {
  const { shop = '', subject } = usePageParams()
  return <ApplyScreen shopId={shop} subjectParam={subject} />
}
