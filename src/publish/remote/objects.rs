//! A WebDAV server or an object store, through opendal; many files at once.
//!
//! Credentials come from the environment, or from where the system keeps those of an object store.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use opendal::layers::{RetryLayer, TimeoutLayer};
use opendal::options::WriteOptions;
use opendal::services::{S3, Webdav as WebdavService};
use opendal::{Error, ErrorKind, Operator};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use super::store::Store;
use super::trouble::Trouble;
use crate::model::Marking;
use crate::output::{SitePath, TEMPORARY_PREFIX, media_type};
use crate::settings::{Bucket, Webdav};

/// How many files are on their way at once.
const AT_ONCE: usize = 16;

/// The region that stores which are not Amazon's take for any.
const ANY_REGION: &str = "us-east-1";

/// A folder of a WebDAV server, or a part of a bucket.
#[derive(Debug)]
pub(super) struct Objects {
    runtime: Runtime,
    operator: Operator,
    /// Whether a file is written beside its place first: a WebDAV server may show one that is half written.
    is_moved: bool,
    /// What readers may keep of a page, where the place passes it on.
    cache: Option<&'static str>,
}

impl Objects {
    pub(super) fn of_webdav(address: &Webdav) -> Result<Self, Trouble> {
        // Folders are made here, each once, and not looked for before each file.
        let mut service =
            WebdavService::default().endpoint(&address.server).root(&address.folder).disable_create_dir(true);
        let (user, token) = (variable("ATTACHE_WEBDAV_USER"), variable("ATTACHE_WEBDAV_TOKEN"));
        if (user.is_some() || token.is_some()) && is_in_the_clear(&address.server) {
            return Err(Trouble::InTheClear);
        }
        if let Some(user) = user {
            let password = variable("ATTACHE_WEBDAV_PASSWORD").unwrap_or_default();
            service = service.username(&user).password(&password);
        }
        if let Some(token) = token {
            service = service.token(&token);
        }
        let operator = Operator::new(service).map_err(|error| said("WebDAV", &error))?;
        let objects = Self::over(operator, true, None)?;
        objects.run(objects.operator.create_dir("/"))?;
        Ok(objects)
    }

    pub(super) fn of_bucket(address: &Bucket, ceiling: Marking) -> Result<Self, Trouble> {
        let mut service = S3::default().bucket(&address.name).root(&address.prefix);
        if let Some(endpoint) = &address.endpoint {
            service = service.endpoint(endpoint);
        }
        let has_region = ["AWS_REGION", "AWS_DEFAULT_REGION"].iter().any(|name| variable(name).is_some());
        match &address.region {
            Some(region) => service = service.region(region),
            None if address.endpoint.is_some() && !has_region => service = service.region(ANY_REGION),
            None => {}
        }
        let operator = Operator::new(service).map_err(|error| said("S3", &error))?;
        // A page that changes is seen at once, and one that not everybody may see is kept by nobody in between.
        let cache = if ceiling == Marking::Clear { "no-cache" } else { "private, no-cache" };
        Self::over(operator, false, Some(cache))
    }

    fn over(operator: Operator, is_moved: bool, cache: Option<&'static str>) -> Result<Self, Trouble> {
        opendal::install_default();
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let operator = operator.layer(TimeoutLayer::default()).layer(RetryLayer::default());
        Ok(Self { runtime, operator, is_moved, cache })
    }

    fn run<T>(&self, work: impl Future<Output = opendal::Result<T>>) -> Result<T, Trouble> {
        self.runtime.block_on(work).map_err(|error| said(self.who(), &error))
    }

    fn who(&self) -> &'static str {
        if self.is_moved { "WebDAV" } else { "S3" }
    }

    /// One file on its way to its place.
    fn parcel(&self, name: &str) -> Parcel {
        let beside = name.replace('/', "-");
        Parcel {
            operator: self.operator.clone(),
            name: name.to_owned(),
            beside: self.is_moved.then(|| format!("{TEMPORARY_PREFIX}{beside}")),
            options: WriteOptions {
                content_type: Some(media_type(name).to_owned()),
                cache_control: self.cache.map(str::to_owned),
                ..WriteOptions::default()
            },
        }
    }

    /// Makes folders, where there are folders at all.
    fn make_folders<'f>(&self, folders: impl Iterator<Item = &'f str>) -> Result<(), Trouble> {
        if self.is_moved {
            for folder in folders.collect::<BTreeSet<_>>() {
                self.run(self.operator.create_dir(&format!("{folder}/")))?;
            }
        }
        Ok(())
    }

    /// Does the same with every one of these, some at once, until one of them fails.
    fn each<T, W>(
        &self,
        items: impl IntoIterator<Item = T>,
        done: &AtomicUsize,
        work: impl Fn(T) -> W,
    ) -> Result<(), Trouble>
    where
        W: Future<Output = opendal::Result<()>> + Send + 'static,
    {
        let mut items = items.into_iter();
        self.run(async {
            let mut under_way = JoinSet::new();
            loop {
                while under_way.len() < AT_ONCE
                    && let Some(item) = items.next()
                {
                    under_way.spawn(work(item));
                }
                let Some(ended) = under_way.join_next().await else { return Ok(()) };
                ended.map_err(|error| Error::new(ErrorKind::Unexpected, error.to_string()))??;
                done.fetch_add(1, Ordering::Relaxed);
            }
        })
    }
}

/// A file on its way.
struct Parcel {
    operator: Operator,
    name: String,
    beside: Option<String>,
    options: WriteOptions,
}

impl Parcel {
    async fn carry(self, content: Vec<u8>) -> opendal::Result<()> {
        let Some(beside) = self.beside else {
            return self.operator.write_options(&self.name, content, self.options).await.map(drop);
        };
        self.operator.write_options(&beside, content, self.options).await?;
        self.operator.rename(&beside, &self.name).await
    }
}

impl Store for Objects {
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        match self.runtime.block_on(self.operator.read(name)) {
            Ok(content) => Ok(Some(content.to_vec())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(said(self.who(), &error)),
        }
    }

    fn write(&self, name: &str, content: &[u8]) -> Result<(), Trouble> {
        self.make_folders(name.rsplit_once('/').map(|(folder, _)| folder).into_iter())?;
        self.run(self.parcel(name).carry(content.to_vec()))
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        let folder = format!("{folder}/");
        match self.runtime.block_on(self.operator.list(&folder)) {
            Ok(entries) => {
                let itself = |path: &str| matches!(path, "" | "/") || path == folder;
                let entries = entries.iter().filter(|entry| !itself(entry.path()));
                Ok(entries.map(|entry| entry.name().trim_end_matches('/').to_owned()).collect())
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(said(self.who(), &error)),
        }
    }

    fn carry(&self, from: &Path, paths: &[SitePath], done: &AtomicUsize) -> Result<(), Trouble> {
        self.make_folders(paths.iter().filter_map(SitePath::parent))?;
        self.each(paths, done, |path| {
            let (parcel, file) = (self.parcel(path.as_str()), path.under(from));
            async move { parcel.carry(read(file)?).await }
        })
    }

    fn remove(&self, names: &[&str], done: &AtomicUsize) -> Result<(), Trouble> {
        self.each(names.iter().map(|name| (*name).to_owned()), done, |name| {
            let operator = self.operator.clone();
            async move { operator.delete(&name).await }
        })
    }

    fn remove_empty(&self, folders: &[String]) -> Result<(), Trouble> {
        if self.is_moved {
            for folder in folders {
                // To remove a folder there would remove what is in it.
                if self.list(folder)?.is_empty() {
                    self.run(self.operator.delete(&format!("{folder}/")))?;
                }
            }
        }
        Ok(())
    }

    fn fetch(&self, paths: &[&SitePath], to: &Path) -> Result<(), Trouble> {
        for path in paths {
            if let Some(folder) = path.under(to).parent() {
                fs::create_dir_all(folder)?;
            }
        }
        self.each(paths, &AtomicUsize::new(0), |path| {
            let (operator, name, file) = (self.operator.clone(), path.as_str().to_owned(), path.under(to));
            async move {
                match operator.read(&name).await {
                    Ok(content) => write(&file, &content.to_vec()),
                    Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                    Err(error) => Err(error),
                }
            }
        })
    }
}

fn read(file: PathBuf) -> opendal::Result<Vec<u8>> {
    fs::read(file).map_err(|error| Error::new(ErrorKind::Unexpected, format!("cannot read a file: {error}")))
}

fn write(file: &Path, content: &[u8]) -> opendal::Result<()> {
    crate::output::write_file(file, content, crate::output::Overwrite::Yes)
        .map(drop)
        .map_err(|error| Error::new(ErrorKind::Unexpected, error.to_string()))
}

/// What a service said, without what was sent to it.
fn said(who: &'static str, error: &Error) -> Trouble {
    let mut words = format!("{} ({})", error.message(), error.kind());
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        words = format!("{words}: {error}");
        cause = error.source();
    }
    Trouble::said(who, words.as_bytes())
}

/// Whether what is sent there can be read on the way: not over HTTPS, and not to this machine itself.
fn is_in_the_clear(server: &str) -> bool {
    let Some(authority) = server.strip_prefix("http://") else { return false };
    let host = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, _)) => host,
        None => authority.split(':').next().unwrap_or_default(),
    };
    let address: IpAddr = match host {
        "localhost" => Ipv4Addr::LOCALHOST.into(),
        host => host.parse().unwrap_or(Ipv4Addr::UNSPECIFIED.into()),
    };
    !address.is_loopback()
}

#[expect(
    clippy::disallowed_methods,
    reason = "credentials stand in the environment, and a build does not read it"
)]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_go_over_https_or_stay_here() {
        for server in ["https://host", "http://localhost:8080", "http://127.0.0.1", "http://[::1]:80"] {
            assert!(!is_in_the_clear(server), "{server}");
        }
        for server in ["http://host", "http://127.0.0.1.example", "http://10.0.0.1", "http://[2001:db8::1]"] {
            assert!(is_in_the_clear(server), "{server}");
        }
    }
}
