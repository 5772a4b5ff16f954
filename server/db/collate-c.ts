import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  RawNode,
} from 'kysely'

class ColumnTransformer extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const { dataType } = node
    if (!DataTypeNode.is(dataType) || dataType.dataType !== 'text') return node
    return { ...node, dataType: RawNode.createWithSql('text collate "C"') }
  }
}

/**
 * Gives text columns the collation "C", so that PostgreSQL compares text by bytes as SQLite does. Pagination by id relies on
 * that order, which differs under the locale of a database.
 */
export class CollateCPlugin implements KyselyPlugin {
  private readonly columns = new ColumnTransformer()

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.columns.transformNode(node, queryId)
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}
