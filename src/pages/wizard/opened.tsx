import { useRouter } from '@tarojs/taro'
import { KeyPanel } from '@/features/key/key-panel'
import { CertificateRow } from '@/features/lessons/learner/certificate/certificate-row'
import { useUnsentReport } from '@/features/lessons/learner/report-opened'
import { OpenedScreen } from '@/features/wizard/opened/opened-screen'

export default function OpenedPage() {
  const { shop = '' } = useRouter().params
  useUnsentReport()
  return <OpenedScreen shopId={shop} KeyRow={KeyPanel} CertificateRow={CertificateRow} />
}
