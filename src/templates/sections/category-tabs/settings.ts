/** The shop's categories to choose from; not shown while there are fewer than two. */
export type CategoryTabsSettings = {
  form: 'chips' | 'underline'
}

export const categoryTabsDefaults: CategoryTabsSettings = { form: 'chips' }
