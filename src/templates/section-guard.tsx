import { Component, type PropsWithChildren, Suspense } from 'react'
import type { PlacedSection } from '@/domain/look'

type Props = PropsWithChildren<{ section: PlacedSection }>

/**
 * Leaves out a section that fails and lets the others stand. Suspense does the same where the server renders, which
 * knows no error boundaries. Other settings give the section another try.
 */
export class SectionGuard extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.section !== this.props.section) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? null : <Suspense fallback={null}>{this.props.children}</Suspense>
  }
}
