import { DocumentsScreen } from '@/features/privacy/documents-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The documents of the installation, or one of them: `?kind=`. */
export default function DocumentsPage() {
  const { kind } = usePageParams()
  return <DocumentsScreen key={kind} kind={kind} />
}
