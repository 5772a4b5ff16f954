/** A setting with fixed choices has a text for each choice; any other has a label only. */
type FieldWords<Value> = [Value] extends [string]
  ? string extends Value
    ? { label: string }
    : { label: string; choices: Record<Value, string> }
  : { label: string }

/** The title and purpose of a section in the editor, and the texts of its settings. */
export interface SettingWords<Settings> {
  title: string
  hint: string
  fields: { [Name in keyof Settings]-?: FieldWords<Settings[Name]> }
}
