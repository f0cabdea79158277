# Built by .github/workflows/container.yml, which also starts it once. The tests of this repository do not build it.
# docs/deploy.md says how to run it: off loopback the service starts only with an admin key or a caller.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/TokenFunctions.Host -c Release -o /app && mkdir /data

# No shell, no package manager, no root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
# The database and its sealing key: what must outlive the container.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
VOLUME /data
USER $APP_UID
# The base image's ports are taken back, so that one setting says where it listens.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://0.0.0.0:8080 \
    TokenFunctions__Storage=sqlite:/data/tokenfunctions.db
EXPOSE 8080
ENTRYPOINT ["./TokenFunctions.Host"]
