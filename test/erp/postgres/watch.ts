import type { Northwind } from './northwind';

/** Statements that write to a table wait once so many of its rows have been written since it was watched, their own included. */
export type Gates = Readonly<Record<string, number>>;

/** Sees what others write to tables, and makes their statements wait. Done by triggers of PostgreSQL. */
export class Watch {
	private constructor(private readonly northwind: Northwind) {}

	static async over(northwind: Northwind): Promise<Watch> {
		await northwind.run(`CREATE TABLE watch_gates (table_name text, after integer);
			CREATE TABLE watch_written (table_name text, key text, what text);
			CREATE FUNCTION watch_wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				WHILE (SELECT count(*) FROM watch_written w WHERE w.table_name = TG_TABLE_NAME) >=
					(SELECT after FROM watch_gates g WHERE g.table_name = TG_TABLE_NAME)
				LOOP PERFORM pg_sleep(0.01); END LOOP;
				RETURN NULL;
			END $$;
			CREATE FUNCTION watch_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				INSERT INTO watch_written VALUES (TG_TABLE_NAME, to_jsonb(NEW) ->> TG_ARGV[0], TG_OP);
				RETURN NULL;
			END $$;`);
		return new Watch(northwind);
	}

	/**
	 * Watches a table: each row that is added or changed is noted, if that is committed. Statements wait at its gate after they
	 * have written, and before that is committed.
	 */
	async table(name: string, key: string): Promise<void> {
		await this.northwind.run(`CREATE TRIGGER watch_1 AFTER INSERT OR UPDATE ON ${name}
				FOR EACH ROW EXECUTE FUNCTION watch_note('${key}');
			CREATE TRIGGER watch_2 AFTER INSERT OR UPDATE ON ${name}
				FOR EACH STATEMENT EXECUTE FUNCTION watch_wait();`);
	}

	/** What was written to a table, such as `INSERT 10250`; each as often as it was. */
	async written(name: string): Promise<string[]> {
		const rows = await this.northwind.rows<{ what: string; key: string }>(
			`SELECT what, key FROM watch_written WHERE table_name = '${name}' ORDER BY key, what`,
		);
		return rows.map(({ what, key }) => `${what} ${key}`);
	}

	/** Shuts these gates, and opens all others. */
	async shut(gates: Gates): Promise<void> {
		const rows = Object.entries(gates).map(([name, after]) => `INSERT INTO watch_gates VALUES ('${name}', ${after});`);
		await this.northwind.run(['BEGIN; DELETE FROM watch_gates;', ...rows, 'COMMIT;'].join('\n'));
	}

	/** How many statements wait. */
	async waiting(): Promise<number> {
		return (await this.northwind.rows(`SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)).length;
	}

	/** Ends the connections of statements that wait, as when their machine is lost: nothing of them is committed. */
	async cutOff(): Promise<void> {
		await this.northwind.run(`DO $$ BEGIN
			PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE wait_event = 'PgSleep';
		END $$;`);
		await this.shut({});
	}

	/** Opens all gates, and waits until the statements are through. */
	async letThrough(): Promise<void> {
		await this.shut({});
		const isBusy = `SELECT pid FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()
			AND backend_type = 'client backend'`;
		while ((await this.northwind.rows(isBusy)).length > 0);
	}
}
