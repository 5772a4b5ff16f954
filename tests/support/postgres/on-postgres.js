// the test files of this project run on PostgreSQL
process.env.KZ_ENGINE = 'postgres'
