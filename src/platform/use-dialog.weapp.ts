/** WeChat keeps the focus itself. */
export const useDialog = (label: string, _onClose: () => void): Record<string, unknown> => ({
  ariaRole: 'dialog',
  ariaLabel: label,
})
