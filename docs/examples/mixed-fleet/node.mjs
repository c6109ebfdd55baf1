// SPDX-License-Identifier: MIT

// A Nest application that leads, or waits, beside nodes of Elector on one table: `npm install`, then `npm start` here and
// example-service, or `elector run`, elsewhere. Where the database is: PGHOST, PGPORT, PGDATABASE, PGUSER, … for both.
import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { TypeOrmModule } from "@nestjs/typeorm";
import { LeaderElectorModule, LeaderElectorService } from "nest-leader-election";

const say = text => process.stdout.write(text + "\n");
console.log = () => {}; // the package tells every renewal

class AppModule {}
Module({
    imports: [
        TypeOrmModule.forRoot({ type: "postgres", autoLoadEntities: true }),
        LeaderElectorModule.forRoot({
            // As the other nodes have it. The package itself writes leases of 15 s, whatever is set here.
            lockId: Number(process.env.ELECTOR_LOCK_ID ?? 1),
            leaseDuration: 3000, // twice this is how often it clears away what the dead have left
            renewalInterval: 1000,
            jitterRange: 200,
            instanceId: process.env.ELECTOR_INSTANCE_ID ?? `nest-${process.pid}`,
        }),
    ],
})(AppModule);

const application = await NestFactory.createApplicationContext(AppModule, { logger: ["error"] });
application.enableShutdownHooks(); // SIGTERM releases
const elector = application.get(LeaderElectorService);

// The package calls nobody when leadership changes: one asks.
let leading = false;
setInterval(() => {
    if (leading !== elector.amILeader())
        say((leading = elector.amILeader()) ? "leading" : "not leading");
}, 50);
say("started");
